source_filename = "expert.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

@_ZZL9fill_tilePKiPiiiiibE5cells = internal addrspace(3) global [8 x [16 x [17 x i32]]] undef, align 4

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @nw_down(ptr noalias noundef %similarity, ptr noalias noundef %score, i32 noundef %n, i32 noundef %penalty, i32 noundef %diagonal) #0 {
entry:
  %line.i = alloca [16 x i32], align 4
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %mul = mul i32 %0, %1
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %add = add i32 %mul, %2
  %div = udiv i32 %add, 16
  %sub = sub nsw i32 %diagonal, %div
  %cmp = icmp sle i32 %div, %diagonal
  call void @llvm.experimental.noalias.scope.decl(metadata !7)
  call void @llvm.experimental.noalias.scope.decl(metadata !10)
  %rem.i = urem i32 %2, 16
  %div.i = udiv i32 %2, 16
  %idxprom.i = zext i32 %div.i to i64
  %arrayidx.i = getelementptr inbounds nuw [8 x [16 x [17 x i32]]], ptr addrspacecast (ptr addrspace(3) @_ZZL9fill_tilePKiPiiiiibE5cells to ptr), i64 0, i64 %idxprom.i
  %mul.i = mul nsw i32 %div, 16
  %mul2.i = mul nsw i32 %sub, 16
  %add.i = add nsw i32 %mul2.i, %rem.i
  %sub.i = sub nsw i32 %n, %mul2.i
  %cmp.i1 = icmp slt i32 %sub.i, 16
  %sub.i. = select i1 %cmp.i1, i32 %sub.i, i32 16
  %cond.i = select i1 %cmp, i32 %sub.i., i32 0
  %sub6.i = sub nsw i32 %n, %mul.i
  %cmp.i8 = icmp slt i32 %sub6.i, 16
  %sub6.i. = select i1 %cmp.i8, i32 %sub6.i, i32 16
  %cond10.i = select i1 %cmp, i32 %sub6.i., i32 0
  %cmp.i = icmp eq i32 %cond.i, 16
  %cmp11.i = icmp eq i32 %cond10.i, 16
  %or.cond = select i1 %cmp.i, i1 %cmp11.i, i1 false
  br i1 %or.cond, label %if.then.i, label %for.cond36.i

if.then.i:                                        ; preds = %entry
  call void @llvm.lifetime.start.p0(ptr %line.i) #6, !noalias !12
  br label %for.cond.i

for.cond.i:                                       ; preds = %for.body.i, %if.then.i
  %y.i.0 = phi i32 [ 0, %if.then.i ], [ %inc.i, %for.body.i ]
  %cmp12.i = icmp slt i32 %y.i.0, 16
  br i1 %cmp12.i, label %for.body.i, label %for.cond22.i

for.body.i:                                       ; preds = %for.cond.i
  %add13.i = add nsw i32 %mul2.i, %y.i.0
  %mul14.i = mul nsw i32 %add13.i, %n
  %add15.i = add nsw i32 %mul14.i, %mul.i
  %add16.i = add nsw i32 %add15.i, %rem.i
  %idxprom17.i = sext i32 %add16.i to i64
  %arrayidx18.i = getelementptr inbounds i32, ptr %similarity, i64 %idxprom17.i
  %3 = load i32, ptr %arrayidx18.i, align 4, !tbaa !3
  %idxprom19.i = sext i32 %y.i.0 to i64
  %arrayidx20.i = getelementptr inbounds [16 x i32], ptr %line.i, i64 0, i64 %idxprom19.i
  store i32 %3, ptr %arrayidx20.i, align 4, !tbaa !3, !noalias !12
  %inc.i = add nsw i32 %y.i.0, 1
  br label %for.cond.i, !llvm.loop !13

for.cond22.i:                                     ; preds = %for.cond.i, %for.body25.i
  %y21.i.0 = phi i32 [ %inc33.i, %for.body25.i ], [ 0, %for.cond.i ]
  %cmp23.i = icmp slt i32 %y21.i.0, 16
  br i1 %cmp23.i, label %for.body25.i, label %for.cond.cleanup24.i

for.cond.cleanup24.i:                             ; preds = %for.cond22.i
  call void @llvm.lifetime.end.p0(ptr %line.i) #6, !noalias !12
  br label %if.end55.i

for.body25.i:                                     ; preds = %for.cond22.i
  %idxprom26.i = sext i32 %y21.i.0 to i64
  %arrayidx27.i = getelementptr inbounds [16 x i32], ptr %line.i, i64 0, i64 %idxprom26.i
  %4 = load i32, ptr %arrayidx27.i, align 4, !tbaa !3, !noalias !12
  %arrayidx29.i = getelementptr inbounds [17 x i32], ptr %arrayidx.i, i64 %idxprom26.i
  %idxprom30.i = sext i32 %rem.i to i64
  %arrayidx31.i = getelementptr inbounds [17 x i32], ptr %arrayidx29.i, i64 0, i64 %idxprom30.i
  store i32 %4, ptr %arrayidx31.i, align 4, !tbaa !3
  %inc33.i = add nsw i32 %y21.i.0, 1
  br label %for.cond22.i, !llvm.loop !16

for.cond36.i:                                     ; preds = %entry, %if.end.i
  %y35.i.0 = phi i32 [ %inc53.i, %if.end.i ], [ 0, %entry ]
  %cmp37.i = icmp slt i32 %y35.i.0, %cond.i
  br i1 %cmp37.i, label %for.body39.i, label %if.end55.i

for.body39.i:                                     ; preds = %for.cond36.i
  %cmp40.i = icmp slt i32 %rem.i, %cond10.i
  br i1 %cmp40.i, label %if.then41.i, label %if.end.i

if.then41.i:                                      ; preds = %for.body39.i
  %add42.i = add nsw i32 %mul2.i, %y35.i.0
  %mul43.i = mul nsw i32 %add42.i, %n
  %add44.i = add nsw i32 %mul43.i, %mul.i
  %add45.i = add nsw i32 %add44.i, %rem.i
  %idxprom46.i = sext i32 %add45.i to i64
  %arrayidx47.i = getelementptr inbounds i32, ptr %similarity, i64 %idxprom46.i
  %5 = load i32, ptr %arrayidx47.i, align 4, !tbaa !3
  %idxprom48.i = sext i32 %y35.i.0 to i64
  %arrayidx49.i = getelementptr inbounds [17 x i32], ptr %arrayidx.i, i64 %idxprom48.i
  %idxprom50.i = sext i32 %rem.i to i64
  %arrayidx51.i = getelementptr inbounds [17 x i32], ptr %arrayidx49.i, i64 0, i64 %idxprom50.i
  store i32 %5, ptr %arrayidx51.i, align 4, !tbaa !3
  br label %if.end.i

if.end.i:                                         ; preds = %if.then41.i, %for.body39.i
  %inc53.i = add nsw i32 %y35.i.0, 1
  br label %for.cond36.i, !llvm.loop !17

if.end55.i:                                       ; preds = %for.cond36.i, %for.cond.cleanup24.i
  %cmp56.i = icmp slt i32 %rem.i, %cond.i
  %sub58.i = sub nsw i32 0, %penalty
  %add59.i = add nsw i32 %add.i, 1
  %mul60.i = mul nsw i32 %sub58.i, %add59.i
  %cmp62.i = icmp eq i32 %add.i, 0
  %mul.i.add.i = select i1 %cmp62.i, i32 %mul.i, i32 %add.i
  %mul67.i = mul nsw i32 %sub58.i, %mul.i.add.i
  %cmp68.i = icmp sgt i32 %mul.i, 0
  %cmp68.i.not = xor i1 %cmp68.i, true
  %cmp56.i.not = xor i1 %cmp56.i, true
  %brmerge = or i1 %cmp68.i.not, %cmp56.i.not
  br i1 %brmerge, label %if.end86.i, label %if.then71.i

if.then71.i:                                      ; preds = %if.end55.i
  %mul72.i = mul nsw i32 %add.i, %n
  %add73.i = add nsw i32 %mul72.i, %mul.i
  %sub74.i = sub nsw i32 %add73.i, 1
  %idxprom75.i = sext i32 %sub74.i to i64
  %arrayidx76.i = getelementptr inbounds i32, ptr %score, i64 %idxprom75.i
  %6 = load i32, ptr %arrayidx76.i, align 4, !tbaa !3
  %cmp77.i = icmp sgt i32 %add.i, 0
  br i1 %cmp77.i, label %if.then78.i, label %if.end86.i

if.then78.i:                                      ; preds = %if.then71.i
  %sub79.i = sub nsw i32 %add.i, 1
  %mul80.i = mul nsw i32 %sub79.i, %n
  %add81.i = add nsw i32 %mul80.i, %mul.i
  %sub82.i = sub nsw i32 %add81.i, 1
  %idxprom83.i = sext i32 %sub82.i to i64
  %arrayidx84.i = getelementptr inbounds i32, ptr %score, i64 %idxprom83.i
  %7 = load i32, ptr %arrayidx84.i, align 4, !tbaa !3
  br label %if.end86.i

if.end86.i:                                       ; preds = %if.then71.i, %if.then78.i, %if.end55.i
  %before.i.0 = phi i32 [ %mul67.i, %if.end55.i ], [ %7, %if.then78.i ], [ %mul67.i, %if.then71.i ]
  %beside.i.0 = phi i32 [ %mul60.i, %if.end55.i ], [ %6, %if.then78.i ], [ %6, %if.then71.i ]
  %add88.i = add nsw i32 %mul.i, %rem.i
  %add89.i = add nsw i32 %add88.i, 1
  %mul90.i = mul nsw i32 %sub58.i, %add89.i
  %cmp91.i = icmp sgt i32 %mul2.i, 0
  %cmp93.i = icmp slt i32 %rem.i, %cond10.i
  %or.cond139 = select i1 %cmp91.i, i1 %cmp93.i, i1 false
  br i1 %or.cond139, label %if.then94.i, label %if.end101.i

if.then94.i:                                      ; preds = %if.end86.i
  %sub95.i = sub nsw i32 %mul2.i, 1
  %mul96.i = mul nsw i32 %sub95.i, %n
  %add97.i = add nsw i32 %mul96.i, %mul.i
  %add98.i = add nsw i32 %add97.i, %rem.i
  %idxprom99.i = sext i32 %add98.i to i64
  %arrayidx100.i = getelementptr inbounds i32, ptr %score, i64 %idxprom99.i
  %8 = load i32, ptr %arrayidx100.i, align 4, !tbaa !3
  br label %if.end101.i

if.end101.i:                                      ; preds = %if.then94.i, %if.end86.i
  %over.i.0 = phi i32 [ %8, %if.then94.i ], [ %mul90.i, %if.end86.i ]
  call void @llvm.nvvm.bar.warp.sync(i32 -1)
  br label %for.cond102.i

for.cond102.i:                                    ; preds = %if.end135.i, %if.end101.i
  %s.i.0 = phi i32 [ 0, %if.end101.i ], [ %inc137.i, %if.end135.i ]
  %passed.i.0 = phi i32 [ 0, %if.end101.i ], [ %passed.i.1, %if.end135.i ]
  %before.i.1 = phi i32 [ %before.i.0, %if.end101.i ], [ %before.i.2, %if.end135.i ]
  %beside.i.1 = phi i32 [ %beside.i.0, %if.end101.i ], [ %beside.i.2, %if.end135.i ]
  %cmp103.i = icmp slt i32 %s.i.0, 31
  br i1 %cmp103.i, label %for.body105.i, label %for.cond.cleanup104.i

for.cond.cleanup104.i:                            ; preds = %for.cond102.i
  call void @llvm.nvvm.bar.warp.sync(i32 -1)
  br label %for.cond140.i

for.body105.i:                                    ; preds = %for.cond102.i
  %9 = call noundef i32 @llvm.nvvm.shfl.sync.up.i32(i32 -1, i32 %passed.i.0, i32 1, i32 4096)
  %cmp107.i = icmp slt i32 %s.i.0, 16
  br i1 %cmp107.i, label %if.then108.i, label %if.end115.i

if.then108.i:                                     ; preds = %for.body105.i
  %10 = call noundef i32 @llvm.nvvm.shfl.sync.idx.i32(i32 -1, i32 %over.i.0, i32 %s.i.0, i32 4127)
  %cmp110.i = icmp eq i32 %rem.i, 0
  %. = select i1 %cmp110.i, i32 %10, i32 %9
  br label %if.end115.i

if.end115.i:                                      ; preds = %if.then108.i, %for.body105.i
  %above.i.0 = phi i32 [ %., %if.then108.i ], [ %9, %for.body105.i ]
  %sub116.i = sub nsw i32 %s.i.0, %rem.i
  %cmp119.i = icmp sge i32 %sub116.i, 0
  %or.cond140 = select i1 %cmp56.i, i1 %cmp119.i, i1 false
  %cmp121.i = icmp slt i32 %sub116.i, %cond10.i
  %or.cond141 = select i1 %or.cond140, i1 %cmp121.i, i1 false
  br i1 %or.cond141, label %if.then122.i, label %if.end135.i

if.then122.i:                                     ; preds = %if.end115.i
  %idxprom123.i = sext i32 %rem.i to i64
  %arrayidx124.i = getelementptr inbounds [17 x i32], ptr %arrayidx.i, i64 %idxprom123.i
  %idxprom125.i = sext i32 %sub116.i to i64
  %arrayidx126.i = getelementptr inbounds [17 x i32], ptr %arrayidx124.i, i64 0, i64 %idxprom125.i
  %11 = load i32, ptr %arrayidx126.i, align 4, !tbaa !3
  %add127.i = add nsw i32 %before.i.1, %11
  %cmp.i29 = icmp sgt i32 %beside.i.1, %above.i.0
  %beside.i.1.above.i.0 = select i1 %cmp.i29, i32 %beside.i.1, i32 %above.i.0
  %sub129.i = sub nsw i32 %beside.i.1.above.i.0, %penalty
  %cmp.i22 = icmp sgt i32 %add127.i, %sub129.i
  %cond.i25 = select i1 %cmp.i22, i32 %add127.i, i32 %sub129.i
  store i32 %cond.i25, ptr %arrayidx126.i, align 4, !tbaa !3
  br label %if.end135.i

if.end135.i:                                      ; preds = %if.then122.i, %if.end115.i
  %passed.i.1 = phi i32 [ %cond.i25, %if.then122.i ], [ %passed.i.0, %if.end115.i ]
  %before.i.2 = phi i32 [ %above.i.0, %if.then122.i ], [ %before.i.1, %if.end115.i ]
  %beside.i.2 = phi i32 [ %cond.i25, %if.then122.i ], [ %beside.i.1, %if.end115.i ]
  %inc137.i = add nsw i32 %s.i.0, 1
  br label %for.cond102.i, !llvm.loop !18

for.cond140.i:                                    ; preds = %if.end156.i, %for.cond.cleanup104.i
  %y139.i.0 = phi i32 [ 0, %for.cond.cleanup104.i ], [ %inc158.i, %if.end156.i ]
  %cmp141.i = icmp slt i32 %y139.i.0, %cond.i
  br i1 %cmp141.i, label %for.body143.i, label %_ZL9fill_tilePKiPiiiiib.exit

for.body143.i:                                    ; preds = %for.cond140.i
  %cmp144.i = icmp slt i32 %rem.i, %cond10.i
  br i1 %cmp144.i, label %if.then145.i, label %if.end156.i

if.then145.i:                                     ; preds = %for.body143.i
  %idxprom146.i = sext i32 %y139.i.0 to i64
  %arrayidx147.i = getelementptr inbounds [17 x i32], ptr %arrayidx.i, i64 %idxprom146.i
  %idxprom148.i = sext i32 %rem.i to i64
  %arrayidx149.i = getelementptr inbounds [17 x i32], ptr %arrayidx147.i, i64 0, i64 %idxprom148.i
  %12 = load i32, ptr %arrayidx149.i, align 4, !tbaa !3
  %add150.i = add nsw i32 %mul2.i, %y139.i.0
  %mul151.i = mul nsw i32 %add150.i, %n
  %add152.i = add nsw i32 %mul151.i, %mul.i
  %add153.i = add nsw i32 %add152.i, %rem.i
  %idxprom154.i = sext i32 %add153.i to i64
  %arrayidx155.i = getelementptr inbounds i32, ptr %score, i64 %idxprom154.i
  store i32 %12, ptr %arrayidx155.i, align 4, !tbaa !3
  br label %if.end156.i

if.end156.i:                                      ; preds = %if.then145.i, %for.body143.i
  %inc158.i = add nsw i32 %y139.i.0, 1
  br label %for.cond140.i, !llvm.loop !19

_ZL9fill_tilePKiPiiiiib.exit:                     ; preds = %for.cond140.i
  ret void
}

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.start.p0(ptr captures(none)) #1

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.end.p0(ptr captures(none)) #1

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @nw_up(ptr noalias noundef %similarity, ptr noalias noundef %score, i32 noundef %n, i32 noundef %penalty, i32 noundef %diagonal) #0 {
entry:
  %line.i = alloca [16 x i32], align 4
  %add = add nsw i32 %n, 16
  %sub = sub nsw i32 %add, 1
  %div = sdiv i32 %sub, 16
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %mul = mul i32 %0, %1
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %add3 = add i32 %mul, %2
  %div4 = udiv i32 %add3, 16
  %sub5 = sub nsw i32 %div, 1
  %sub6 = sub nsw i32 %sub5, %div4
  %add7 = add nsw i32 %diagonal, 1
  %add8 = add nsw i32 %add7, %div4
  %cmp = icmp slt i32 %add8, %div
  call void @llvm.experimental.noalias.scope.decl(metadata !20)
  call void @llvm.experimental.noalias.scope.decl(metadata !23)
  %rem.i = urem i32 %2, 16
  %div.i = udiv i32 %2, 16
  %idxprom.i = zext i32 %div.i to i64
  %arrayidx.i = getelementptr inbounds nuw [8 x [16 x [17 x i32]]], ptr addrspacecast (ptr addrspace(3) @_ZZL9fill_tilePKiPiiiiibE5cells to ptr), i64 0, i64 %idxprom.i
  %mul.i = mul nsw i32 %add8, 16
  %mul2.i = mul nsw i32 %sub6, 16
  %add.i = add nsw i32 %mul2.i, %rem.i
  %sub.i = sub nsw i32 %n, %mul2.i
  %cmp.i1 = icmp slt i32 %sub.i, 16
  %sub.i. = select i1 %cmp.i1, i32 %sub.i, i32 16
  %cond.i = select i1 %cmp, i32 %sub.i., i32 0
  %sub6.i = sub nsw i32 %n, %mul.i
  %cmp.i8 = icmp slt i32 %sub6.i, 16
  %sub6.i. = select i1 %cmp.i8, i32 %sub6.i, i32 16
  %cond10.i = select i1 %cmp, i32 %sub6.i., i32 0
  %cmp.i = icmp eq i32 %cond.i, 16
  %cmp11.i = icmp eq i32 %cond10.i, 16
  %or.cond = select i1 %cmp.i, i1 %cmp11.i, i1 false
  br i1 %or.cond, label %if.then.i, label %for.cond36.i

if.then.i:                                        ; preds = %entry
  call void @llvm.lifetime.start.p0(ptr %line.i) #6, !noalias !25
  br label %for.cond.i

for.cond.i:                                       ; preds = %for.body.i, %if.then.i
  %y.i.0 = phi i32 [ 0, %if.then.i ], [ %inc.i, %for.body.i ]
  %cmp12.i = icmp slt i32 %y.i.0, 16
  br i1 %cmp12.i, label %for.body.i, label %for.cond22.i

for.body.i:                                       ; preds = %for.cond.i
  %add13.i = add nsw i32 %mul2.i, %y.i.0
  %mul14.i = mul nsw i32 %add13.i, %n
  %add15.i = add nsw i32 %mul14.i, %mul.i
  %add16.i = add nsw i32 %add15.i, %rem.i
  %idxprom17.i = sext i32 %add16.i to i64
  %arrayidx18.i = getelementptr inbounds i32, ptr %similarity, i64 %idxprom17.i
  %3 = load i32, ptr %arrayidx18.i, align 4, !tbaa !3
  %idxprom19.i = sext i32 %y.i.0 to i64
  %arrayidx20.i = getelementptr inbounds [16 x i32], ptr %line.i, i64 0, i64 %idxprom19.i
  store i32 %3, ptr %arrayidx20.i, align 4, !tbaa !3, !noalias !25
  %inc.i = add nsw i32 %y.i.0, 1
  br label %for.cond.i, !llvm.loop !13

for.cond22.i:                                     ; preds = %for.cond.i, %for.body25.i
  %y21.i.0 = phi i32 [ %inc33.i, %for.body25.i ], [ 0, %for.cond.i ]
  %cmp23.i = icmp slt i32 %y21.i.0, 16
  br i1 %cmp23.i, label %for.body25.i, label %for.cond.cleanup24.i

for.cond.cleanup24.i:                             ; preds = %for.cond22.i
  call void @llvm.lifetime.end.p0(ptr %line.i) #6, !noalias !25
  br label %if.end55.i

for.body25.i:                                     ; preds = %for.cond22.i
  %idxprom26.i = sext i32 %y21.i.0 to i64
  %arrayidx27.i = getelementptr inbounds [16 x i32], ptr %line.i, i64 0, i64 %idxprom26.i
  %4 = load i32, ptr %arrayidx27.i, align 4, !tbaa !3, !noalias !25
  %arrayidx29.i = getelementptr inbounds [17 x i32], ptr %arrayidx.i, i64 %idxprom26.i
  %idxprom30.i = sext i32 %rem.i to i64
  %arrayidx31.i = getelementptr inbounds [17 x i32], ptr %arrayidx29.i, i64 0, i64 %idxprom30.i
  store i32 %4, ptr %arrayidx31.i, align 4, !tbaa !3
  %inc33.i = add nsw i32 %y21.i.0, 1
  br label %for.cond22.i, !llvm.loop !16

for.cond36.i:                                     ; preds = %entry, %if.end.i
  %y35.i.0 = phi i32 [ %inc53.i, %if.end.i ], [ 0, %entry ]
  %cmp37.i = icmp slt i32 %y35.i.0, %cond.i
  br i1 %cmp37.i, label %for.body39.i, label %if.end55.i

for.body39.i:                                     ; preds = %for.cond36.i
  %cmp40.i = icmp slt i32 %rem.i, %cond10.i
  br i1 %cmp40.i, label %if.then41.i, label %if.end.i

if.then41.i:                                      ; preds = %for.body39.i
  %add42.i = add nsw i32 %mul2.i, %y35.i.0
  %mul43.i = mul nsw i32 %add42.i, %n
  %add44.i = add nsw i32 %mul43.i, %mul.i
  %add45.i = add nsw i32 %add44.i, %rem.i
  %idxprom46.i = sext i32 %add45.i to i64
  %arrayidx47.i = getelementptr inbounds i32, ptr %similarity, i64 %idxprom46.i
  %5 = load i32, ptr %arrayidx47.i, align 4, !tbaa !3
  %idxprom48.i = sext i32 %y35.i.0 to i64
  %arrayidx49.i = getelementptr inbounds [17 x i32], ptr %arrayidx.i, i64 %idxprom48.i
  %idxprom50.i = sext i32 %rem.i to i64
  %arrayidx51.i = getelementptr inbounds [17 x i32], ptr %arrayidx49.i, i64 0, i64 %idxprom50.i
  store i32 %5, ptr %arrayidx51.i, align 4, !tbaa !3
  br label %if.end.i

if.end.i:                                         ; preds = %if.then41.i, %for.body39.i
  %inc53.i = add nsw i32 %y35.i.0, 1
  br label %for.cond36.i, !llvm.loop !17

if.end55.i:                                       ; preds = %for.cond36.i, %for.cond.cleanup24.i
  %cmp56.i = icmp slt i32 %rem.i, %cond.i
  %sub58.i = sub nsw i32 0, %penalty
  %add59.i = add nsw i32 %add.i, 1
  %mul60.i = mul nsw i32 %sub58.i, %add59.i
  %cmp62.i = icmp eq i32 %add.i, 0
  %mul.i.add.i = select i1 %cmp62.i, i32 %mul.i, i32 %add.i
  %mul67.i = mul nsw i32 %sub58.i, %mul.i.add.i
  %cmp68.i = icmp sgt i32 %mul.i, 0
  %cmp68.i.not = xor i1 %cmp68.i, true
  %cmp56.i.not = xor i1 %cmp56.i, true
  %brmerge = or i1 %cmp68.i.not, %cmp56.i.not
  br i1 %brmerge, label %if.end86.i, label %if.then71.i

if.then71.i:                                      ; preds = %if.end55.i
  %mul72.i = mul nsw i32 %add.i, %n
  %add73.i = add nsw i32 %mul72.i, %mul.i
  %sub74.i = sub nsw i32 %add73.i, 1
  %idxprom75.i = sext i32 %sub74.i to i64
  %arrayidx76.i = getelementptr inbounds i32, ptr %score, i64 %idxprom75.i
  %6 = load i32, ptr %arrayidx76.i, align 4, !tbaa !3
  %cmp77.i = icmp sgt i32 %add.i, 0
  br i1 %cmp77.i, label %if.then78.i, label %if.end86.i

if.then78.i:                                      ; preds = %if.then71.i
  %sub79.i = sub nsw i32 %add.i, 1
  %mul80.i = mul nsw i32 %sub79.i, %n
  %add81.i = add nsw i32 %mul80.i, %mul.i
  %sub82.i = sub nsw i32 %add81.i, 1
  %idxprom83.i = sext i32 %sub82.i to i64
  %arrayidx84.i = getelementptr inbounds i32, ptr %score, i64 %idxprom83.i
  %7 = load i32, ptr %arrayidx84.i, align 4, !tbaa !3
  br label %if.end86.i

if.end86.i:                                       ; preds = %if.then71.i, %if.then78.i, %if.end55.i
  %before.i.0 = phi i32 [ %mul67.i, %if.end55.i ], [ %7, %if.then78.i ], [ %mul67.i, %if.then71.i ]
  %beside.i.0 = phi i32 [ %mul60.i, %if.end55.i ], [ %6, %if.then78.i ], [ %6, %if.then71.i ]
  %add88.i = add nsw i32 %mul.i, %rem.i
  %add89.i = add nsw i32 %add88.i, 1
  %mul90.i = mul nsw i32 %sub58.i, %add89.i
  %cmp91.i = icmp sgt i32 %mul2.i, 0
  %cmp93.i = icmp slt i32 %rem.i, %cond10.i
  %or.cond141 = select i1 %cmp91.i, i1 %cmp93.i, i1 false
  br i1 %or.cond141, label %if.then94.i, label %if.end101.i

if.then94.i:                                      ; preds = %if.end86.i
  %sub95.i = sub nsw i32 %mul2.i, 1
  %mul96.i = mul nsw i32 %sub95.i, %n
  %add97.i = add nsw i32 %mul96.i, %mul.i
  %add98.i = add nsw i32 %add97.i, %rem.i
  %idxprom99.i = sext i32 %add98.i to i64
  %arrayidx100.i = getelementptr inbounds i32, ptr %score, i64 %idxprom99.i
  %8 = load i32, ptr %arrayidx100.i, align 4, !tbaa !3
  br label %if.end101.i

if.end101.i:                                      ; preds = %if.then94.i, %if.end86.i
  %over.i.0 = phi i32 [ %8, %if.then94.i ], [ %mul90.i, %if.end86.i ]
  call void @llvm.nvvm.bar.warp.sync(i32 -1)
  br label %for.cond102.i

for.cond102.i:                                    ; preds = %if.end135.i, %if.end101.i
  %s.i.0 = phi i32 [ 0, %if.end101.i ], [ %inc137.i, %if.end135.i ]
  %passed.i.0 = phi i32 [ 0, %if.end101.i ], [ %passed.i.1, %if.end135.i ]
  %before.i.1 = phi i32 [ %before.i.0, %if.end101.i ], [ %before.i.2, %if.end135.i ]
  %beside.i.1 = phi i32 [ %beside.i.0, %if.end101.i ], [ %beside.i.2, %if.end135.i ]
  %cmp103.i = icmp slt i32 %s.i.0, 31
  br i1 %cmp103.i, label %for.body105.i, label %for.cond.cleanup104.i

for.cond.cleanup104.i:                            ; preds = %for.cond102.i
  call void @llvm.nvvm.bar.warp.sync(i32 -1)
  br label %for.cond140.i

for.body105.i:                                    ; preds = %for.cond102.i
  %9 = call noundef i32 @llvm.nvvm.shfl.sync.up.i32(i32 -1, i32 %passed.i.0, i32 1, i32 4096)
  %cmp107.i = icmp slt i32 %s.i.0, 16
  br i1 %cmp107.i, label %if.then108.i, label %if.end115.i

if.then108.i:                                     ; preds = %for.body105.i
  %10 = call noundef i32 @llvm.nvvm.shfl.sync.idx.i32(i32 -1, i32 %over.i.0, i32 %s.i.0, i32 4127)
  %cmp110.i = icmp eq i32 %rem.i, 0
  %. = select i1 %cmp110.i, i32 %10, i32 %9
  br label %if.end115.i

if.end115.i:                                      ; preds = %if.then108.i, %for.body105.i
  %above.i.0 = phi i32 [ %., %if.then108.i ], [ %9, %for.body105.i ]
  %sub116.i = sub nsw i32 %s.i.0, %rem.i
  %cmp119.i = icmp sge i32 %sub116.i, 0
  %or.cond142 = select i1 %cmp56.i, i1 %cmp119.i, i1 false
  %cmp121.i = icmp slt i32 %sub116.i, %cond10.i
  %or.cond143 = select i1 %or.cond142, i1 %cmp121.i, i1 false
  br i1 %or.cond143, label %if.then122.i, label %if.end135.i

if.then122.i:                                     ; preds = %if.end115.i
  %idxprom123.i = sext i32 %rem.i to i64
  %arrayidx124.i = getelementptr inbounds [17 x i32], ptr %arrayidx.i, i64 %idxprom123.i
  %idxprom125.i = sext i32 %sub116.i to i64
  %arrayidx126.i = getelementptr inbounds [17 x i32], ptr %arrayidx124.i, i64 0, i64 %idxprom125.i
  %11 = load i32, ptr %arrayidx126.i, align 4, !tbaa !3
  %add127.i = add nsw i32 %before.i.1, %11
  %cmp.i29 = icmp sgt i32 %beside.i.1, %above.i.0
  %beside.i.1.above.i.0 = select i1 %cmp.i29, i32 %beside.i.1, i32 %above.i.0
  %sub129.i = sub nsw i32 %beside.i.1.above.i.0, %penalty
  %cmp.i22 = icmp sgt i32 %add127.i, %sub129.i
  %cond.i25 = select i1 %cmp.i22, i32 %add127.i, i32 %sub129.i
  store i32 %cond.i25, ptr %arrayidx126.i, align 4, !tbaa !3
  br label %if.end135.i

if.end135.i:                                      ; preds = %if.then122.i, %if.end115.i
  %passed.i.1 = phi i32 [ %cond.i25, %if.then122.i ], [ %passed.i.0, %if.end115.i ]
  %before.i.2 = phi i32 [ %above.i.0, %if.then122.i ], [ %before.i.1, %if.end115.i ]
  %beside.i.2 = phi i32 [ %cond.i25, %if.then122.i ], [ %beside.i.1, %if.end115.i ]
  %inc137.i = add nsw i32 %s.i.0, 1
  br label %for.cond102.i, !llvm.loop !18

for.cond140.i:                                    ; preds = %if.end156.i, %for.cond.cleanup104.i
  %y139.i.0 = phi i32 [ 0, %for.cond.cleanup104.i ], [ %inc158.i, %if.end156.i ]
  %cmp141.i = icmp slt i32 %y139.i.0, %cond.i
  br i1 %cmp141.i, label %for.body143.i, label %_ZL9fill_tilePKiPiiiiib.exit

for.body143.i:                                    ; preds = %for.cond140.i
  %cmp144.i = icmp slt i32 %rem.i, %cond10.i
  br i1 %cmp144.i, label %if.then145.i, label %if.end156.i

if.then145.i:                                     ; preds = %for.body143.i
  %idxprom146.i = sext i32 %y139.i.0 to i64
  %arrayidx147.i = getelementptr inbounds [17 x i32], ptr %arrayidx.i, i64 %idxprom146.i
  %idxprom148.i = sext i32 %rem.i to i64
  %arrayidx149.i = getelementptr inbounds [17 x i32], ptr %arrayidx147.i, i64 0, i64 %idxprom148.i
  %12 = load i32, ptr %arrayidx149.i, align 4, !tbaa !3
  %add150.i = add nsw i32 %mul2.i, %y139.i.0
  %mul151.i = mul nsw i32 %add150.i, %n
  %add152.i = add nsw i32 %mul151.i, %mul.i
  %add153.i = add nsw i32 %add152.i, %rem.i
  %idxprom154.i = sext i32 %add153.i to i64
  %arrayidx155.i = getelementptr inbounds i32, ptr %score, i64 %idxprom154.i
  store i32 %12, ptr %arrayidx155.i, align 4, !tbaa !3
  br label %if.end156.i

if.end156.i:                                      ; preds = %if.then145.i, %for.body143.i
  %inc158.i = add nsw i32 %y139.i.0, 1
  br label %for.cond140.i, !llvm.loop !19

_ZL9fill_tilePKiPiiiiib.exit:                     ; preds = %for.cond140.i
  ret void
}

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 2147483647) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.x() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x() #2

; Function Attrs: convergent nocallback nounwind
declare void @llvm.nvvm.bar.warp.sync(i32) #3

; Function Attrs: convergent nocallback nounwind memory(inaccessiblemem: readwrite)
declare i32 @llvm.nvvm.shfl.sync.up.i32(i32, i32, i32, i32) #4

; Function Attrs: convergent nocallback nounwind memory(inaccessiblemem: readwrite)
declare i32 @llvm.nvvm.shfl.sync.idx.i32(i32, i32, i32, i32) #4

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(inaccessiblemem: readwrite)
declare void @llvm.experimental.noalias.scope.decl(metadata) #5

attributes #0 = { convergent mustprogress noinline norecurse nounwind "frame-pointer"="all" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="sm_90" "target-features"="+ptx42,+ptx80,+sm_90" "uniform-work-group-size"="true" }
attributes #1 = { nocallback nofree nosync nounwind willreturn memory(argmem: readwrite) }
attributes #2 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }
attributes #3 = { convergent nocallback nounwind }
attributes #4 = { convergent nocallback nounwind memory(inaccessiblemem: readwrite) }
attributes #5 = { nocallback nofree nosync nounwind willreturn memory(inaccessiblemem: readwrite) }
attributes #6 = { nounwind }

!llvm.module.flags = !{!0, !1, !2}
!llvm.errno.tbaa = !{!3}

!0 = !{i32 1, !"wchar_size", i32 4}
!1 = !{i32 4, !"nvvm-reflect-ftz", i32 0}
!2 = !{i32 7, !"frame-pointer", i32 2}
!3 = !{!4, !4, i64 0}
!4 = !{!"int", !5, i64 0}
!5 = !{!"omnipotent char", !6, i64 0}
!6 = !{!"Simple C++ TBAA"}
!7 = !{!8}
!8 = distinct !{!8, !9, !"_ZL9fill_tilePKiPiiiiib: %similarity"}
!9 = distinct !{!9, !"_ZL9fill_tilePKiPiiiiib"}
!10 = !{!11}
!11 = distinct !{!11, !9, !"_ZL9fill_tilePKiPiiiiib: %score"}
!12 = !{!8, !11}
!13 = distinct !{!13, !14, !15}
!14 = !{!"llvm.loop.mustprogress"}
!15 = !{!"llvm.loop.unroll.enable"}
!16 = distinct !{!16, !14, !15}
!17 = distinct !{!17, !14}
!18 = distinct !{!18, !14, !15}
!19 = distinct !{!19, !14}
!20 = !{!21}
!21 = distinct !{!21, !22, !"_ZL9fill_tilePKiPiiiiib: %similarity"}
!22 = distinct !{!22, !"_ZL9fill_tilePKiPiiiiib"}
!23 = !{!24}
!24 = distinct !{!24, !22, !"_ZL9fill_tilePKiPiiiiib: %score"}
!25 = !{!21, !24}
